package org.seealso;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SeeAlso {
    public static void main(String[] args) {
        SpringApplication.run(SeeAlso.class, args);
    }
}
